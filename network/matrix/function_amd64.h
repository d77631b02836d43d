// The exponential of function.go, and the functions made of it, for the numbers in one vector: macros that do, lane by
// lane, what expOne, sigmoidOne and tanhOne do to one number. The instructions are written as Go's assembler has them:
// the target last, and for a difference or a quotient OP b, a, target is a-b or a/b.
//
// What both functions need is e^-y. Turning the signs of y and of every other constant is exact, and so gives the bits
// that expOne(-y) has: n is the same, r comes as -r, and the sum alternates.

// The constants, each 8 times over, by their offsets (constants in function_amd64.go). DX points to the first.
#define PERLOG2    (DX)
#define SHIFT      32(DX)
#define LOG2FIRST  64(DX)
#define LOG2REST   96(DX)
#define SERIES0    128(DX)
#define SERIES1    160(DX)
#define SERIES2    192(DX)
#define SERIES3    224(DX)
#define SERIES4    256(DX)
#define ONE        288(DX)
#define MAGNITUDE  320(DX)
#define SIGN       352(DX)
#define LARGEST    384(DX)
#define LEAST      416(DX)
#define GREATEST   448(DX)
#define NEGLIGIBLE 480(DX)
#define EXPONENT   512(DX)
#define QUARTER    544(DX)
#define FOUR       576(DX)

// CONSTANTS256 loads what the macros for AVX2 want in registers. They use Y0 to Y3 besides.
#define CONSTANTS256            \
	VMOVUPS NEGLIGIBLE, Y12 \
	VMOVUPS LEAST, Y13      \
	VMOVUPS GREATEST, Y14   \
	VMOVUPS ONE, Y15

// SERIES256 takes y, within bounds, apart: e^-y is Y2 times 2^n, and n stands in the low bits of Y1, above which are
// those of shift.
#define SERIES256(y)               \
	VMULPS PERLOG2, y, Y1      \
	VADDPS SHIFT, Y1, Y1       \
	VSUBPS SHIFT, Y1, Y2       \
	VMULPS LOG2FIRST, Y2, Y3   \
	VADDPS Y3, y, y            \
	VMULPS LOG2REST, Y2, Y3    \
	VADDPS Y3, y, y            \
	VMULPS SERIES0, y, Y2      \
	VADDPS SERIES1, Y2, Y2     \
	VMULPS y, Y2, Y2           \
	VADDPS SERIES2, Y2, Y2     \
	VMULPS y, Y2, Y2           \
	VADDPS SERIES3, Y2, Y2     \
	VMULPS y, Y2, Y2           \
	VADDPS SERIES4, Y2, Y2     \
	VMULPS y, y, Y3            \
	VMULPS Y3, Y2, Y2          \
	VSUBPS y, Y2, Y2           \
	VADDPS Y15, Y2, Y2

// VMAXPS and VMINPS give back their first operand as written here when one is NaN, so that NaN stays.
//
// The sum 1+e^-y, and 1-e^-y, is 1 from y = 40 on, so that y is held there and 2^n is never too small for one factor.

// SIGMOID256 turns y into its sigmoid. 2^n may be too great for one factor, therefore it is 2^(n-2) times 4.
#define SIGMOID256(y)              \
	VMAXPS y, Y13, y           \
	VMINPS y, Y12, y           \
	SERIES256(y)               \
	VPSLLD $23, Y1, Y1         \
	VPADDD QUARTER, Y1, Y1     \
	VMULPS Y1, Y2, Y2          \
	VMULPS FOUR, Y2, Y2        \
	VADDPS Y2, Y15, Y2         \
	VDIVPS Y2, Y15, y

// TANH256 turns y into its hyperbolic tangent.
#define TANH256(y)                 \
	VANDPS MAGNITUDE, y, Y0    \
	VADDPS Y0, Y0, Y0          \
	VMINPS Y0, Y12, Y0         \
	SERIES256(Y0)              \
	VPSLLD $23, Y1, Y1         \
	VPADDD Y15, Y1, Y1         \
	VMULPS Y1, Y2, Y2          \
	VSUBPS Y2, Y15, Y1         \
	VADDPS Y2, Y15, Y2         \
	VDIVPS Y2, Y1, Y2          \
	VANDPS SIGN, y, y          \
	VORPS  Y2, y, y

// The same with vectors of 16. All constants stand in registers, and Z0 to Z3 are used besides.

#define CONSTANTS512                 \
	VBROADCASTSS PERLOG2, Z18    \
	VBROADCASTSS SHIFT, Z19      \
	VBROADCASTSS LOG2FIRST, Z20  \
	VBROADCASTSS LOG2REST, Z21   \
	VBROADCASTSS SERIES0, Z22    \
	VBROADCASTSS SERIES1, Z23    \
	VBROADCASTSS SERIES2, Z24    \
	VBROADCASTSS SERIES3, Z25    \
	VBROADCASTSS SERIES4, Z26    \
	VBROADCASTSS ONE, Z27        \
	VBROADCASTSS MAGNITUDE, Z28  \
	VBROADCASTSS SIGN, Z29       \
	VBROADCASTSS LARGEST, Z30

// EXP512 turns y into e^-y. VSCALEFPS multiplies by 2^n at once, with one rounding, as the two halves in expOne do
// together: of their two products the first is exact. It takes any n, so that y needs no bounds. Only what is left of y
// does, as it may be anything where y is beyond them: VRANGEPS ($2: the sign of y, the lesser magnitude) holds it
// within ±1, and turns NaN to 1, but n is NaN then. The product of n and the first part of ln 2 is exact, so that it
// may be fused with the sum.
#define EXP512(y)                  \
	VMULPS Z18, y, Z1          \
	VADDPS Z19, Z1, Z1         \
	VSUBPS Z19, Z1, Z1         \
	VFMADD231PS Z20, Z1, y     \
	VMULPS Z21, Z1, Z3         \
	VADDPS Z3, y, y            \
	VRANGEPS $2, Z27, y, y     \
	VMULPS Z22, y, Z2          \
	VADDPS Z23, Z2, Z2         \
	VMULPS y, Z2, Z2           \
	VADDPS Z24, Z2, Z2         \
	VMULPS y, Z2, Z2           \
	VADDPS Z25, Z2, Z2         \
	VMULPS y, Z2, Z2           \
	VADDPS Z26, Z2, Z2         \
	VMULPS y, y, Z3            \
	VMULPS Z3, Z2, Z2          \
	VSUBPS y, Z2, Z2           \
	VADDPS Z27, Z2, Z2         \
	VSCALEFPS Z1, Z2, y

#define SIGMOID512(y)              \
	EXP512(y)                  \
	VADDPS y, Z27, y           \
	VDIVPS y, Z27, y

// TANH512 puts the sign of y before the magnitude with VPTERNLOGD ($0xD8: the bits of MAGNITUDE choose).
#define TANH512(y)                 \
	VPANDD Z28, y, Z0          \
	VADDPS Z0, Z0, Z0          \
	EXP512(Z0)                 \
	VSUBPS Z0, Z27, Z1         \
	VADDPS Z0, Z27, Z0         \
	VDIVPS Z0, Z1, Z0          \
	VPTERNLOGD $0xD8, Z28, Z0, y
