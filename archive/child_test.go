package archive_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"rashomon"
	"rashomon/archive"
)

// childVariable marks a process that a test started; its value is what the process shall do, as words.
const childVariable = "RASHOMON_ARCHIVE_TEST_CHILD"

// child prepares a process that runs this test's binary:
//
//	put PATH FROM TO    puts the generated documents FROM to TO in batches of ten, and prints a line before each
//	full PATH BYTES     does the same until it fails, with no file allowed to be larger than BYTES; prints the error
//	correct PATH COUNT  corrects so many documents, and prints a line after each
func child(t testing.TB, words ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(self)
	command.Env = append(os.Environ(), childVariable+"="+strings.Join(words, "\n"))
	command.Stderr = os.Stderr
	return command
}

// runChild does what the variable says and ends the process; without it, it does nothing.
func runChild() {
	task := os.Getenv(childVariable)
	if task == "" {
		return
	}
	words := strings.Split(task, "\n")
	var err error
	switch words[0] {
	case "put":
		err = childPut(words[1], atoi(words[2]), atoi(words[3]))
	case "correct":
		err = childCorrect(words[1], atoi(words[2]))
	case "full":
		err = childFull(words[1], atoi(words[2]))
	default:
		err = errors.New("an unknown task: " + task)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func childPut(path string, from, to int) error {
	const batch = 10
	a, err := archive.Open(context.Background(), path, options())
	if err != nil {
		return err
	}
	for ; from < to; from += batch {
		fmt.Println("putting", from)
		var entries []archive.Entry
		for i := from; i < min(from+batch, to); i++ {
			entries = append(entries, generated(i))
		}
		if _, err := a.Put(context.Background(), entries); err != nil {
			return err
		}
	}
	return a.Close()
}

func childCorrect(path string, count int) error {
	a, err := archive.Open(context.Background(), path, options())
	if err != nil {
		return err
	}
	for i := range count {
		if _, _, err := a.Correct(context.Background(), redated(i, "2011-07-05")); err != nil {
			return err
		}
		fmt.Println("corrected", i)
	}
	return a.Close()
}

func childFull(path string, size int) error {
	if err := limitFiles(size); err != nil {
		return err
	}
	err := childPut(path, 0, 100_000)
	var ours *rashomon.Error
	if !errors.As(err, &ours) || ours.Kind != rashomon.ErrorFull {
		return fmt.Errorf("got %v, want an error of kind %q", err, rashomon.ErrorFull)
	}
	return nil
}

// words of which documents are generated.
var vocabulary = strings.Fields(`the of and a harbour council said that ferry guards had been seen near market before dawn
	while crews repaired bridge at north gate officials denied any order was given residents counted twelve boats which left
	without lights toward island radio later reported storm delayed rescue families waited on quay until evening teachers
	closed school because road flooded engineers blamed old pump minister promised inquiry within week fishermen disagreed`)

// generated makes the document of a number: 60 words in five sentences, dated, the same at every call.
func generated(number int) archive.Entry {
	var text strings.Builder
	fmt.Fprintf(&text, "Report %d\n", number)
	state := uint32(number)*2654435761 + 1 // Knuth, "The Art of Computer Programming", volume 3, section 6.4
	for i := range 60 {
		state = state*1664525 + 1013904223 // "Numerical Recipes", second edition, section 7.1
		text.WriteString(vocabulary[int(state>>8)%len(vocabulary)])
		if i%12 == 11 {
			text.WriteString(".\n")
		} else {
			text.WriteByte(' ')
		}
	}
	day := time.Date(2001, 1, 1+number%5000, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	return entry(text.String(), fmt.Sprintf("reports/%d.txt", number), "1",
		given(rashomon.FieldTitle, fmt.Sprintf("Report %d", number)), given(rashomon.FieldPublished, day))
}
