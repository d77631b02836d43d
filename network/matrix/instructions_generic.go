//go:build !amd64

package matrix

// best is what the machine has: the kernels in assembly are for amd64 alone.
const best = plain
