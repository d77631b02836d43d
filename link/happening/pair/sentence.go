package pair

// A meeting is what the sentences of two events share, and these with the sentences beside them.
type meeting struct {
	sentence overlap
	around   float64 // cosine
	known    bool
}

// meetings are those of one sentence of a document with the sentences of another, in which several events may stand.
type meetings struct {
	documents Documents
	at        int32
	sentence  laid
	around    laid
	of        []meeting // of each sentence of the other document, as far as known
}

func (w *Words) compareSentences(f *Features, d Documents, a, b *Telling) {
	m := w.meeting(d, a, b)
	f[SentenceCosine], f[SentenceRarest], f[SentenceShared] = float32(m.sentence.cosine), float32(m.sentence.rarest), float32(m.sentence.shared)
	f[AroundCosine] = float32(m.around)
}

// meeting returns what the sentences of two events share. That of the sentence asked for last is kept.
func (w *Words) meeting(d Documents, a, b *Telling) *meeting {
	kept := w.met
	if kept.documents != d || kept.at != a.at {
		clear(kept.of)
		kept.documents, kept.at = d, a.at
		kept.sentence.lay(w, a.sentence.bag)
		kept.around.lay(w, a.around.bag)
	}
	for len(kept.of) <= int(b.at) {
		kept.of = append(kept.of, meeting{})
	}
	m := &kept.of[b.at]
	if !m.known {
		*m = meeting{kept.sentence.overlap(a.sentence.square, b.sentence), kept.around.overlap(a.around.square, b.around).cosine, true}
	}
	return m
}
