#include "textflag.h"

// In all kernels here a step takes one number of each row of a, broadcast to all lanes of a vector, and one line of the
// panel, 32 numbers of b. Multiplication (VMULPS) and addition (VADDPS) stay apart, as a fused one rounds otherwise.
// The instructions are written as Go's assembler has them, with the target last.

// ROW512 does a step of one row: Z0 and Z1 hold the line of the panel, sums0 and sums1 grow.
#define ROW512(a, sums0, sums1) \
	VBROADCASTSS a, Z2      \
	VMULPS Z0, Z2, Z3       \
	VMULPS Z1, Z2, Z4       \
	VADDPS Z3, sums0, sums0 \
	VADDPS Z4, sums1, sums1

// LOAD512 and STORE512 take the sums of one row from c and put them back, and go on to the next row.
#define LOAD512(sums0, sums1)     \
	VMOVUPS (R11), sums0   \
	VMOVUPS 64(R11), sums1 \
	ADDQ    R10, R11

#define STORE512(sums0, sums1)    \
	VMOVUPS sums0, (DI)    \
	VMOVUPS sums1, 64(DI)  \
	ADDQ    R10, DI

// func multiplyBlockAVX512(c *float32, stride int, a *float32, row, column int, panel *float32, steps int)
//
// AX, BX: the current step in rows 0 and 4 of a. CX, DX: one and three rows of a in bytes. R8: one column in bytes.
// SI: the panel. Z8 to Z23: the sums, two vectors for each row.
TEXT ·multiplyBlockAVX512(SB), NOSPLIT, $0-56
	MOVQ c+0(FP), DI
	MOVQ stride+8(FP), R10
	MOVQ a+16(FP), AX
	MOVQ row+24(FP), CX
	MOVQ column+32(FP), R8
	MOVQ panel+40(FP), SI
	MOVQ steps+48(FP), R9
	SHLQ $2, R10
	SHLQ $2, CX
	SHLQ $2, R8
	LEAQ (CX)(CX*2), DX
	LEAQ (AX)(CX*4), BX

	MOVQ DI, R11
	LOAD512(Z8, Z9)
	LOAD512(Z10, Z11)
	LOAD512(Z12, Z13)
	LOAD512(Z14, Z15)
	LOAD512(Z16, Z17)
	LOAD512(Z18, Z19)
	LOAD512(Z20, Z21)
	LOAD512(Z22, Z23)

step:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	ROW512((AX), Z8, Z9)
	ROW512((AX)(CX*1), Z10, Z11)
	ROW512((AX)(CX*2), Z12, Z13)
	ROW512((AX)(DX*1), Z14, Z15)
	ROW512((BX), Z16, Z17)
	ROW512((BX)(CX*1), Z18, Z19)
	ROW512((BX)(CX*2), Z20, Z21)
	ROW512((BX)(DX*1), Z22, Z23)
	ADDQ R8, AX
	ADDQ R8, BX
	ADDQ $128, SI
	DECQ R9
	JNZ  step

	STORE512(Z8, Z9)
	STORE512(Z10, Z11)
	STORE512(Z12, Z13)
	STORE512(Z14, Z15)
	STORE512(Z16, Z17)
	STORE512(Z18, Z19)
	STORE512(Z20, Z21)
	STORE512(Z22, Z23)
	VZEROUPPER
	RET

// func multiplyRowAVX512(c *float32, a *float32, column int, panel *float32, steps int)
TEXT ·multiplyRowAVX512(SB), NOSPLIT, $0-40
	MOVQ c+0(FP), DI
	MOVQ a+8(FP), AX
	MOVQ column+16(FP), R8
	MOVQ panel+24(FP), SI
	MOVQ steps+32(FP), R9
	SHLQ $2, R8
	VMOVUPS (DI), Z8
	VMOVUPS 64(DI), Z9

step:
	VMOVUPS (SI), Z0
	VMOVUPS 64(SI), Z1
	ROW512((AX), Z8, Z9)
	ADDQ R8, AX
	ADDQ $128, SI
	DECQ R9
	JNZ  step

	VMOVUPS Z8, (DI)
	VMOVUPS Z9, 64(DI)
	VZEROUPPER
	RET

// ROW256 does a step of one row: Y0 and Y1 hold half a line of the panel, sums0 and sums1 grow.
#define ROW256(a, sums0, sums1)   \
	VBROADCASTSS a, Y2        \
	VMULPS Y0, Y2, Y3         \
	VADDPS Y3, sums0, sums0   \
	VMULPS Y1, Y2, Y2         \
	VADDPS Y2, sums1, sums1

#define LOAD256(sums0, sums1)     \
	VMOVUPS (R11), sums0   \
	VMOVUPS 32(R11), sums1 \
	ADDQ    R10, R11

#define STORE256(sums0, sums1)    \
	VMOVUPS sums0, (DI)    \
	VMOVUPS sums1, 32(DI)  \
	ADDQ    R10, DI

// func multiplyBlockAVX2(c *float32, stride int, a *float32, row, column int, panel *float32, steps int)
//
// AX, BX: the current step in rows 0 and 3 of a. CX: one row of a in bytes. R8: one column in bytes. SI: the panel.
// Y4 to Y15: the sums, two vectors for each row.
TEXT ·multiplyBlockAVX2(SB), NOSPLIT, $0-56
	MOVQ c+0(FP), DI
	MOVQ stride+8(FP), R10
	MOVQ a+16(FP), AX
	MOVQ row+24(FP), CX
	MOVQ column+32(FP), R8
	MOVQ panel+40(FP), SI
	MOVQ steps+48(FP), R9
	SHLQ $2, R10
	SHLQ $2, CX
	SHLQ $2, R8
	LEAQ (CX)(CX*2), BX
	ADDQ AX, BX

	MOVQ DI, R11
	LOAD256(Y4, Y5)
	LOAD256(Y6, Y7)
	LOAD256(Y8, Y9)
	LOAD256(Y10, Y11)
	LOAD256(Y12, Y13)
	LOAD256(Y14, Y15)

step:
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
	ROW256((AX), Y4, Y5)
	ROW256((AX)(CX*1), Y6, Y7)
	ROW256((AX)(CX*2), Y8, Y9)
	ROW256((BX), Y10, Y11)
	ROW256((BX)(CX*1), Y12, Y13)
	ROW256((BX)(CX*2), Y14, Y15)
	ADDQ R8, AX
	ADDQ R8, BX
	ADDQ $128, SI
	DECQ R9
	JNZ  step

	STORE256(Y4, Y5)
	STORE256(Y6, Y7)
	STORE256(Y8, Y9)
	STORE256(Y10, Y11)
	STORE256(Y12, Y13)
	STORE256(Y14, Y15)
	VZEROUPPER
	RET

// func multiplyRowAVX2(c *float32, a *float32, column int, panel *float32, steps int)
TEXT ·multiplyRowAVX2(SB), NOSPLIT, $0-40
	MOVQ c+0(FP), DI
	MOVQ a+8(FP), AX
	MOVQ column+16(FP), R8
	MOVQ panel+24(FP), SI
	MOVQ steps+32(FP), R9
	SHLQ $2, R8
	VMOVUPS (DI), Y4
	VMOVUPS 32(DI), Y5

step:
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
	ROW256((AX), Y4, Y5)
	ADDQ R8, AX
	ADDQ $128, SI
	DECQ R9
	JNZ  step

	VMOVUPS Y4, (DI)
	VMOVUPS Y5, 32(DI)
	VZEROUPPER
	RET
