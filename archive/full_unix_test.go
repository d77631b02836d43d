//go:build unix

package archive_test

import (
	"os/signal"
	"strconv"
	"syscall"
	"testing"

	"rashomon/rashomontest"
)

// TestFullDisk lets the archive's file grow to a limit, as a disk does.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	rashomontest.OnlyFiles(t)
	for _, size := range []int{20_000, 100_000, 300_000} {
		path := rashomontest.Archive(t, "full.db")
		if err := child(t, "full", path, strconv.Itoa(size)).Run(); err != nil {
			t.Fatalf("limit %d: %v", size, err)
		}
		a := open(t, path)
		verified(t, a)
		putGenerated(t, a, 100)
		verified(t, a)
	}
}

// limitFiles keeps this process from making a file larger than so many bytes: writing more fails, as on a full disk.
func limitFiles(size int) error {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: uint64(size), Max: uint64(size)}
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
}
