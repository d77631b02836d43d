// Command build makes the data file of package wordnet from the database files of WordNet 3.0:
//
//	go run ./wordnet/build -dict /usr/share/wordnet
//
// It writes data/words.bin. The same files give the same bytes. What is left out:
//
//   - Names: words that WordNet writes with a capital letter.
//   - Words of several words, but for verbs of two ("break out").
//   - Rare things of nature: nouns that mean nothing but animals, plants, food, substances and parts of the body, and
//     that nobody met in the texts in which WordNet's senses were counted.
//   - Of a word with many senses, the rarest: all but the first six.
//   - Glosses, examples, and the relations that package wordnet does not ask for.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rashomon/wordnet"
)

func main() {
	dict := flag.String("dict", filepath.Join("/", "usr", "share", "wordnet"), "the folder of WordNet's files")
	to := flag.String("to", filepath.Join("wordnet", "data", "words.bin"), "the file to write")
	flag.Parse()
	if err := run(*dict, *to); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(dict, to string) error {
	database, err := read(dict)
	if err != nil {
		return err
	}
	block, err := wordnet.Write(database)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, block, 0o644); err != nil {
		return err
	}
	fmt.Printf("%d words, %d synsets, %d bytes\n", len(database.Entries), len(database.Synsets), len(block))
	return nil
}
