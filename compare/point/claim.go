package point

import (
	"slices"

	"rashomon"
)

// A claim is what the contrasts of a line keep of it.
type claim struct {
	side     rashomon.Side
	sentence rashomon.Passage // that it begins in
	keys     []*word
	content  float64 // of the keys: the sum of their weights
	rare     marks   // of the keys that say much
	number   int32   // of its sentence where there is a choice, from 1
}

// claim returns what contrasts keep of a line.
func (l *line) claim() *claim {
	if l.claimed == nil {
		side := l.side()
		l.claimed = &claim{side: side, sentence: l.tellings[0].ground.Sentence(side.Passage), keys: slices.Clone(l.keys)}
		for _, key := range l.keys {
			l.claimed.content += key.weight
			if key.weight >= rareWord {
				l.claimed.rare.add(key)
			}
		}
	}
	return l.claimed
}

// A takenContrast is one that was taken, beside the words of both of its claims that say much: mostly these tell that another one does
// not repeat it.
type takenContrast struct {
	rare     marks
	contrast *Contrast
}

func (x *Contrast) asTaken() takenContrast { return takenContrast{x.a.rare.with(&x.b.rare), x} }

// repeatedIn returns the first of some contrasts that another one repeats, or nil.
func (x *Contrast) repeatedIn(others []takenContrast) *Contrast {
	for i := range others {
		y := &others[i]
		if x.a.rare.meet(&y.rare) && x.b.rare.meet(&y.rare) && x.repeats(y.contrast) {
			return y.contrast
		}
	}
	return nil
}

// repeats reports whether both sides of two contrasts say the same.
func (x *Contrast) repeats(y *Contrast) bool {
	return bothSayTheSame(x.a, x.b, y.a, y.b) || bothSayTheSame(x.a, x.b, y.b, y.a)
}

// bothSayTheSame reports whether two claims say the same as two others, in their order: each two have most of their content in
// common, the richer one too, and a word that says much.
func bothSayTheSame(a, b, x, y *claim) bool {
	return a.rare.meet(&x.rare) && b.rare.meet(&y.rare) && a.sharesRare(x) && b.sharesRare(y) && a.namesMost(x) && b.namesMost(y) &&
		a.holdsMost(x) && x.holdsMost(a) && b.holdsMost(y) && y.holdsMost(b)
}

// sharesRare reports whether two claims have a word in common that says much.
func (a *claim) sharesRare(x *claim) bool {
	for _, key := range a.keys {
		if key.weight >= rareWord && x.rare.mayHold(key) && isAmong(x.keys, key) {
			return true
		}
	}
	return false
}

// sameContent is the share of their content that two sides of contrasts have in common if they say the same.
const sameContent = 0.6

// missable is how much of its content another claim may miss that holds most of it.
func (a *claim) missable() float64 { return (1 - sameContent) * a.content / nearly }

// namesMost reports whether each of two claims may hold most of the other as far as names and numbers tell, which no other word stands
// for.
func (a *claim) namesMost(x *claim) bool {
	return a.unnamed(x) <= x.missable() && x.unnamed(a) <= a.missable()
}

// unnamed returns how much names and numbers weigh that another claim has and this one has not.
func (a *claim) unnamed(x *claim) float64 {
	missing := 0.0
	for _, key := range x.keys {
		if !key.hasLike() && !isAmong(a.keys, key) {
			missing += key.weight
		}
	}
	return missing
}

// holdsMost reports whether a claim holds as much of the content of another as makes them the same.
func (a *claim) holdsMost(x *claim) bool {
	most := x.missable()
	var held, missing float64
	for _, key := range x.keys {
		fit := heldAmong(a.keys, key)
		held, missing = held+key.weight*fit, missing+key.weight*(1-fit)
		if missing > most {
			return false
		}
	}
	return x.content > 0 && held/x.content >= sameContent
}
