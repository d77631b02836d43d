package main

import (
	"context"
	"os"
	"regexp"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/source"
)

// asProgram is the variable that makes the test binary behave as rashomon itself, for tests that start and kill it.
const asProgram = "RASHOMON_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"rashomon": main})
}

func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("COLUMNS", "80")
			if rashomontest.Postgres() != "" {
				env.Setenv("RASHOMON_ARCHIVE", rashomontest.Archive(t, ""))
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"junk": junk, "older": older, "capture": capture,
		},
		RequireExplicitExec: true,
	})
}

// junk writes a file of bytes that are no text, which a script cannot hold: junk FILE.
func junk(script *testscript.TestScript, _ bool, args []string) {
	data := make([]byte, 4096)
	for i := range data {
		data[i] = byte(i * 31 >> 3)
	}
	script.Check(os.WriteFile(script.MkAbs(args[0]), data, 0o644))
}

// capture keeps what the first group of a pattern matches in the last output: capture VARIABLE PATTERN.
func capture(script *testscript.TestScript, _ bool, args []string) {
	found := regexp.MustCompile("(?m)" + args[1]).FindStringSubmatch(script.ReadFile("stdout"))
	if len(found) < 2 {
		script.Fatalf("the output does not match %q", args[1])
	}
	script.Setenv(args[0], found[1])
}

// older puts a file into the archive as reader 1 read it, which knew sentences and words:
//
//	older FILE [PUBLISHED]
func older(script *testscript.TestScript, _ bool, args []string) {
	file := args[0]
	original := rashomon.Original{
		Bytes: []byte(script.ReadFile(file)), Format: rashomon.FormatText, Name: file, Address: file,
	}
	for _, published := range args[1:] {
		original.Given = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: published, Rule: "user/--published"}}
	}
	doc, err := source.Parse(original)
	script.Check(err)
	doc.Sentences, doc.Tokens = segment.Find(doc)
	doc.Reading = "1"
	place := script.Getenv("RASHOMON_ARCHIVE")
	if place == "" {
		place = script.MkAbs(defaultArchive)
	}
	a, err := archive.Open(context.Background(), place, archive.Options{Now: time.Now, Version: "older"})
	script.Check(err)
	_, err = a.Put(context.Background(), []archive.Entry{{Original: original, Document: doc}})
	script.Check(err)
	script.Check(a.Close())
}
