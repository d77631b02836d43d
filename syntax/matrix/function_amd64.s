#include "textflag.h"

// The kernels here do to 8 numbers at once what the Go beside them (function.go) does to one, operation by operation.
// The instructions are written as Go's assembler has them: the target last, and for a difference or a quotient
// OP b, a, target is a-b or a/b.

// The constants, each 8 times over, by their offsets (constants in function_amd64.go). DX points to the first.
#define LEAST     (DX)
#define GREATEST  32(DX)
#define PERLOG2   64(DX)
#define SHIFT     96(DX)
#define LOG2FIRST 128(DX)
#define LOG2REST  160(DX)
#define SERIES0   192(DX)
#define SERIES1   224(DX)
#define SERIES2   256(DX)
#define SERIES3   288(DX)
#define SERIES4   320(DX)
#define ONE       352(DX)
#define EXPONENT  384(DX)
#define SIGN      416(DX)
#define MAGNITUDE 448(DX)
#define MINUSTWO  480(DX)

// BEGIN takes the arguments of a function of one number and the constants that have to be in registers.
#define BEGIN               \
	MOVQ dst+0(FP), DI    \
	MOVQ x+8(FP), SI      \
	MOVQ count+16(FP), CX \
	MOVQ table+24(FP), DX \
	VMOVUPS LEAST, Y13    \
	VMOVUPS GREATEST, Y14 \
	VMOVUPS ONE, Y15

// NEXT stores 8 results and goes on to the next 8 numbers; JNZ is to follow.
#define NEXT(result)          \
	VMOVUPS result, (DI)  \
	ADDQ    $32, SI       \
	ADDQ    $32, DI       \
	SUBQ    $8, CX

// EXP is expOne: it turns Y0 into e^Y0 and uses Y1, Y2, Y3. First Y0 is held within bounds; VMAXPS and VMINPS give
// back their first operand as written here when one is NaN, so that NaN stays. Then Y0 is r, Y1 is n and Y2 is the
// number of steps, later the sum of the series; in the end Y3 and Y1 are the two powers of 2.
#define EXP                        \
	VMAXPS Y0, Y13, Y0         \
	VMINPS Y0, Y14, Y0         \
	VMULPS PERLOG2, Y0, Y1     \
	VADDPS SHIFT, Y1, Y1       \
	VSUBPS SHIFT, Y1, Y2       \
	VPSUBD SHIFT, Y1, Y1       \
	VMULPS LOG2FIRST, Y2, Y3   \
	VSUBPS Y3, Y0, Y0          \
	VMULPS LOG2REST, Y2, Y3    \
	VSUBPS Y3, Y0, Y0          \
	VMULPS SERIES0, Y0, Y2     \
	VADDPS SERIES1, Y2, Y2     \
	VMULPS Y0, Y2, Y2          \
	VADDPS SERIES2, Y2, Y2     \
	VMULPS Y0, Y2, Y2          \
	VADDPS SERIES3, Y2, Y2     \
	VMULPS Y0, Y2, Y2          \
	VADDPS SERIES4, Y2, Y2     \
	VMULPS Y0, Y0, Y3          \
	VMULPS Y3, Y2, Y2          \
	VADDPS Y0, Y2, Y2          \
	VADDPS Y15, Y2, Y2         \
	VPSRAD $1, Y1, Y3          \
	VPSUBD Y3, Y1, Y1          \
	VPADDD EXPONENT, Y3, Y3    \
	VPSLLD $23, Y3, Y3         \
	VMULPS Y3, Y2, Y2          \
	VPADDD EXPONENT, Y1, Y1    \
	VPSLLD $23, Y1, Y1         \
	VMULPS Y1, Y2, Y0

// func expAVX2(dst, x *float32, count int, table *constants)
TEXT ·expAVX2(SB), NOSPLIT, $0-32
	BEGIN

eight:
	VMOVUPS (SI), Y0
	EXP
	NEXT(Y0)
	JNZ eight
	VZEROUPPER
	RET

// func sigmoidAVX2(dst, x *float32, count int, table *constants)
TEXT ·sigmoidAVX2(SB), NOSPLIT, $0-32
	BEGIN

eight:
	VMOVUPS (SI), Y0
	VXORPS  SIGN, Y0, Y0
	EXP
	VADDPS  Y0, Y15, Y0
	VDIVPS  Y0, Y15, Y0
	NEXT(Y0)
	JNZ eight
	VZEROUPPER
	RET

// func tanhAVX2(dst, x *float32, count int, table *constants)
//
// Y4: the signs of x.
TEXT ·tanhAVX2(SB), NOSPLIT, $0-32
	BEGIN

eight:
	VMOVUPS (SI), Y0
	VANDPS  SIGN, Y0, Y4
	VANDPS  MAGNITUDE, Y0, Y0
	VMULPS  MINUSTWO, Y0, Y0
	EXP
	VSUBPS  Y0, Y15, Y1
	VADDPS  Y0, Y15, Y0
	VDIVPS  Y0, Y1, Y0
	VORPS   Y4, Y0, Y0
	NEXT(Y0)
	JNZ eight
	VZEROUPPER
	RET

// The same three with vectors of 16. All constants stand in registers: Z16 to Z31, in the order of the offsets above.

#define BEGIN512                     \
	MOVQ dst+0(FP), DI           \
	MOVQ x+8(FP), SI             \
	MOVQ count+16(FP), CX        \
	MOVQ table+24(FP), DX        \
	VBROADCASTSS LEAST, Z16      \
	VBROADCASTSS GREATEST, Z17   \
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
	VBROADCASTSS SIGN, Z29       \
	VBROADCASTSS MAGNITUDE, Z30  \
	VBROADCASTSS MINUSTWO, Z31

#define NEXT512(result)       \
	VMOVUPS result, (DI)  \
	ADDQ    $64, SI       \
	ADDQ    $64, DI       \
	SUBQ    $16, CX

// EXP512 is EXP but for its end: VSCALEFPS multiplies by 2^n at once, with one rounding, as the two halves do together:
// of their two products the first is exact.
#define EXP512                   \
	VMAXPS Z0, Z16, Z0       \
	VMINPS Z0, Z17, Z0       \
	VMULPS Z18, Z0, Z1       \
	VADDPS Z19, Z1, Z1       \
	VSUBPS Z19, Z1, Z1       \
	VMULPS Z20, Z1, Z3       \
	VSUBPS Z3, Z0, Z0        \
	VMULPS Z21, Z1, Z3       \
	VSUBPS Z3, Z0, Z0        \
	VMULPS Z22, Z0, Z2       \
	VADDPS Z23, Z2, Z2       \
	VMULPS Z0, Z2, Z2        \
	VADDPS Z24, Z2, Z2       \
	VMULPS Z0, Z2, Z2        \
	VADDPS Z25, Z2, Z2       \
	VMULPS Z0, Z2, Z2        \
	VADDPS Z26, Z2, Z2       \
	VMULPS Z0, Z0, Z3        \
	VMULPS Z3, Z2, Z2        \
	VADDPS Z0, Z2, Z2        \
	VADDPS Z27, Z2, Z2       \
	VSCALEFPS Z1, Z2, Z0

// func expAVX512(dst, x *float32, count int, table *constants)
TEXT ·expAVX512(SB), NOSPLIT, $0-32
	BEGIN512

sixteen:
	VMOVUPS (SI), Z0
	EXP512
	NEXT512(Z0)
	JNZ sixteen
	VZEROUPPER
	RET

// func sigmoidAVX512(dst, x *float32, count int, table *constants)
TEXT ·sigmoidAVX512(SB), NOSPLIT, $0-32
	BEGIN512

sixteen:
	VPXORD (SI), Z29, Z0
	EXP512
	VADDPS Z0, Z27, Z0
	VDIVPS Z0, Z27, Z0
	NEXT512(Z0)
	JNZ sixteen
	VZEROUPPER
	RET

// func tanhAVX512(dst, x *float32, count int, table *constants)
//
// Z4: the signs of x.
TEXT ·tanhAVX512(SB), NOSPLIT, $0-32
	BEGIN512

sixteen:
	VMOVUPS (SI), Z0
	VPANDD Z29, Z0, Z4
	VPANDD Z30, Z0, Z0
	VMULPS Z31, Z0, Z0
	EXP512
	VSUBPS Z0, Z27, Z1
	VADDPS Z0, Z27, Z0
	VDIVPS Z0, Z1, Z0
	VPORD  Z4, Z0, Z0
	NEXT512(Z0)
	JNZ sixteen
	VZEROUPPER
	RET

// func recurAVX2(state, x, candidate, forget, reset *float32, count int, table *constants)
TEXT ·recurAVX2(SB), NOSPLIT, $0-56
	MOVQ state+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ candidate+16(FP), R8
	MOVQ forget+24(FP), R9
	MOVQ reset+32(FP), R10
	MOVQ count+40(FP), CX
	MOVQ table+48(FP), DX
	VMOVUPS ONE, Y15
	XORQ AX, AX

eight:
	VMOVUPS (R9)(AX*4), Y0
	VMULPS  (DI)(AX*4), Y0, Y1
	VSUBPS  Y0, Y15, Y2
	VMULPS  (R8)(AX*4), Y2, Y2
	VADDPS  Y2, Y1, Y1
	VMOVUPS Y1, (DI)(AX*4)
	VMULPS  (R10)(AX*4), Y1, Y2
	VADDPS  (SI)(AX*4), Y2, Y2
	VMOVUPS Y2, (SI)(AX*4)
	ADDQ    $8, AX
	CMPQ    AX, CX
	JLT     eight
	VZEROUPPER
	RET
