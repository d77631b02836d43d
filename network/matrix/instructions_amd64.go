package matrix

import "golang.org/x/sys/cpu"

// best is what the machine has. Every set includes the ones before it.
var best = detect()

func detect() instructions {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX2:
		return avx512
	case cpu.X86.HasAVX2:
		return avx2
	}
	return plain
}
