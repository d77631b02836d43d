package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
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
			return nil
		},
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"junk": junk},
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
