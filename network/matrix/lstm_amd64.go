package matrix

func lstm(set instructions, hidden []int16, state []float32, sums, feedback []int32, scale, bias []float32) {
	units := len(hidden)
	count := set.vectors(units)
	switch {
	case count > 0 && set == avx512:
		lstmAVX512(&hidden[0], &state[0], &sums[0], &feedback[0], &scale[0], &bias[0], units, count, exponential)
	case count > 0:
		lstmAVX2(&hidden[0], &state[0], &sums[0], &feedback[0], &scale[0], &bias[0], units, count, exponential)
	}
	lstmPlain(count, hidden, state, sums, feedback, scale, bias)
}

// The kernels make the first count of the units; count is a multiple of 16 and at least 16.

//go:noescape
func lstmAVX512(hidden *int16, state *float32, sums, feedback *int32, scale, bias *float32, units, count int,
	table *constants)

//go:noescape
func lstmAVX2(hidden *int16, state *float32, sums, feedback *int32, scale, bias *float32, units, count int,
	table *constants)
