package matrix

// LSTM makes one step of a layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates and
// without peepholes) for one row: it writes the hidden units, and the states anew. The other slices hold four parts,
// each as long as hidden: for the input gates, the forget gates, the output gates and the candidates. The sums are
// those of [Weights.Product] over the inputs; feedback, those over the hidden units of the step before, has the same
// scale.
//
//	gate   = (sums+feedback)*scale + bias                  as Dequantize has it
//	state  = σ(forget)*state + σ(input)*tanh(candidate)    as Sigmoid and Tanh have them
//	hidden = σ(output)*tanh(state)                         in units of 1/Largest, rounded as Quantize does
//
// Each product and each sum is rounded to float32 before it is used. The slices may not overlap.
func LSTM(hidden []int16, state []float32, sums, feedback []int32, scale, bias []float32) {
	need("state", len(state), len(hidden))
	need("sums", len(sums), 4*len(hidden))
	need("feedback", len(feedback), len(sums))
	need("scale", len(scale), len(sums))
	need("bias", len(bias), len(sums))
	lstm(best, hidden, state, sums, feedback, scale, bias)
}

// lstmPlain makes the units from first on.
func lstmPlain(first int, hidden []int16, state []float32, sums, feedback []int32, scale, bias []float32) {
	units := len(hidden)
	gate := func(i int) float32 { return dequantizeOne(sums[i]+feedback[i], scale[i], bias[i]) }
	for i := first; i < units; i++ {
		input, forget := sigmoidOne(gate(i)), sigmoidOne(gate(units+i))
		output, candidate := sigmoidOne(gate(2*units+i)), tanhOne(gate(3*units+i))
		state[i] = float32(forget*state[i]) + float32(input*candidate)
		hidden[i] = quantizeOne(float32(output*tanhOne(state[i])), Largest)
	}
}
