package digest

// Open returns the digest of a stored form, folded. Its errors are those of [Decode].
func Open(stored []byte) (*Digest, error) {
	text := string(stored)
	d, err := decodeSound(text)
	if err != nil {
		return nil, err
	}
	d.keep(text)
	return d, nil
}

// Fold puts everything away but what a document says of itself and its text, in the stored form, which takes a third of the memory
// and which garbage is collected around. Whoever needs the rest asks for the [Digest.Whole]. Nobody else may use the digest meanwhile.
func (d *Digest) Fold() {
	if d.Folded != "" {
		return
	}
	stored := string(Encode(d))
	if whole, err := decode(stored); err == nil { // as TestFold says; its strings are stretches of what is stored
		*d = *whole
		d.keep(stored)
	}
}

// keep keeps of a digest what its stored form does not.
func (d *Digest) keep(stored string) {
	*d = Digest{
		Document: d.Document, Name: d.Name, Title: d.Title, Source: d.Source, Authors: d.Authors, Agency: d.Agency, Place: d.Place,
		Published: d.Published, Text: d.Text, Folded: stored,
	}
}

// Whole returns the digest with all that was put away: itself, unless it was folded.
func (d *Digest) Whole() *Digest {
	if d.Folded == "" {
		return d
	}
	whole, err := decode(d.Folded)
	if err != nil {
		return d // somebody has changed what was folded
	}
	return whole
}

// Is reports whether two digests are of one document, folded or not.
func (d *Digest) Is(other *Digest) bool { return d.Document == other.Document }
