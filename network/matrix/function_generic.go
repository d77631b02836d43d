//go:build !amd64

package matrix

func exp(_ instructions, dst, x []float32) { expPlain(dst, x) }

func sigmoid(_ instructions, dst, x []float32) { sigmoidPlain(dst, x) }

func tanh(_ instructions, dst, x []float32) { tanhPlain(dst, x) }
