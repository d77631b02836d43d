package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rashomon/rashomontest"
)

// BenchmarkRead100k reads 100,000 short documents into an archive, as a process of its own, and then searches them.
// Run it with -benchtime 1x.
func BenchmarkRead100k(b *testing.B) {
	const documents = 100_000
	folder := b.TempDir()
	paragraphs := strings.Split(rashomontest.Article(), "\n\n")
	input := writeVariations(b, folder, documents, func(i int) string {
		return fmt.Sprintf("Report %d\n\n%s\n\n%s", i, paragraphs[2+i%8], paragraphs[3+i%7])
	})
	runs := 0
	for b.Loop() {
		runs++
		path := filepath.Join(folder, strconv.Itoa(runs)+".db")
		reading := started(b, "--archive", path, "read", input)
		reading.Stdout = nil
		if err := reading.Run(); err != nil {
			b.Fatalf("%v\n%s", err, reading.errors)
		}
		b.ReportMetric(float64(reading.ProcessState.SystemTime()+reading.ProcessState.UserTime())/1e9, "cpu-s")
		b.ReportMetric(peakMemory(reading.Cmd)/(1<<20), "peak-MiB")
	}
	b.ReportMetric(documents*float64(runs)/b.Elapsed().Seconds(), "documents/s")
}

// BenchmarkAnnotateLarge annotates a JSON Lines file of 100 MB and reports the peak of memory.
func BenchmarkAnnotateLarge(b *testing.B) {
	input := filepath.Join(b.TempDir(), "large.jsonl")
	file, err := os.Create(input)
	if err != nil {
		b.Fatal(err)
	}
	line := `{"text":"` + strings.Repeat("The gates were shut at high water. ", 100) + `"}` + "\n"
	lines := 100_000_000 / len(line)
	if _, err := file.Write(bytes.Repeat([]byte(line), lines)); err != nil {
		b.Fatal(err)
	}
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(lines * len(line)))
	for b.Loop() {
		annotating := started(b, "annotate", input)
		annotating.Stdout = nil
		if err := annotating.Run(); err != nil {
			b.Fatalf("%v\n%s", err, annotating.errors)
		}
		b.ReportMetric(peakMemory(annotating.Cmd)/(1<<20), "peak-MiB")
	}
}

func peakMemory(cmd *exec.Cmd) float64 { return maxResident(cmd.ProcessState.SysUsage()) }
