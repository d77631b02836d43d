// Command rashomon reads what several people wrote about the same events and shows what each of them says happened, on
// whose word. `rashomon help` lists what it can do.
//
// This package is the only place where flags, environment, clock, terminal and the packages of the module meet.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	program := program{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv, now: time.Now}
	code := program.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// A program is one run of the command with all that it takes from outside.
type program struct {
	stdin  io.Reader
	stdout io.Writer // results
	stderr io.Writer // progress, warnings and errors
	getenv func(string) string
	now    func() time.Time
}

// run carries out the words of a command line and returns the exit code.
func (p program) run(ctx context.Context, args []string) int {
	command := p.rootCommand()
	command.SetArgs(args)
	command.SetIn(p.stdin)
	command.SetOut(p.stdout)
	command.SetErr(p.stderr)
	return p.report(command.ExecuteContext(ctx))
}
