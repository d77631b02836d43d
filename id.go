package rashomon

import (
	"crypto/sha256"
	"encoding/hex"
)

// ShortID returns a short name for what a text tells from all others of its kind, as "p3f09c1d27a44" for a letter of the
// kind: the same however many there are besides. Twelve digits keep apart the parties of ten thousand documents with a
// chance of one in ten thousand that any two meet.
func ShortID(letter, text string) string {
	sum := sha256.Sum256([]byte(text))
	return letter + hex.EncodeToString(sum[:6])
}
