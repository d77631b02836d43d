package digesttest

import (
	"testing"

	"rashomon/answerkey"
	"rashomon/digest"
)

// ReadKey reads the answer key of an invented case, the file truth.json of its folder, into a value that has the fields
// that are asked for.
func ReadKey(t testing.TB, folder string, key any) {
	t.Helper()
	if err := answerkey.Read(folder, key); err != nil {
		t.Fatal(err)
	}
}

// Keyed returns the digests of the documents of a case that has an answer key, each under the id that the key gives it.
func Keyed(t testing.TB, folder string) []*digest.Digest {
	t.Helper()
	digests, err := answerkey.Digests(folder)
	if err != nil {
		t.Fatal(err)
	}
	return digests
}
