package main

import "syscall"

// maxResident returns the peak of memory of a finished process in bytes.
func maxResident(usage any) float64 {
	if usage, ok := usage.(*syscall.Rusage); ok {
		return float64(usage.Maxrss) * 1024
	}
	return 0
}
