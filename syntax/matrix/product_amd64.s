#include "textflag.h"

// In all kernels here a step takes one pair of neighbouring inputs. The pair of a row of x (32 bits) is broadcast to
// all lanes of a vector; the panel holds, lane by lane, the same pair's two weights for one output after the other.
// One instruction multiplies both and adds up each lane's two products (VPMADDWD), on AVX-512 onto the sum besides
// (VPDPWSSD). The instructions are written as Go's assembler has them, with the target last.

// ROW512 does a step of one row: Z0 and Z1 hold the weights, sums0 and sums1 grow.
#define ROW512(x, sums0, sums1) \
	VPBROADCASTD x, Z2      \
	VPDPWSSD Z0, Z2, sums0  \
	VPDPWSSD Z1, Z2, sums1

// STORE512 writes the sums of one row and goes on to the next.
#define STORE512(sums0, sums1)      \
	VMOVDQU32 sums0, (DI)    \
	VMOVDQU32 sums1, 64(DI)  \
	ADDQ      R10, DI

#define ZERO512(sums0, sums1)        \
	VPXORD sums0, sums0, sums0 \
	VPXORD sums1, sums1, sums1

// func productBlockAVX512(dst *int32, stride int, x *int16, inputs int, panel *int16, pairs int)
//
// AX, BX, R8: the current pair in rows 0, 4 and 8 of x. CX, DX: one and three rows of x in bytes. SI: the panel.
// Z8 to Z31: the sums, two vectors for each row.
TEXT ·productBlockAVX512(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ stride+8(FP), R10
	MOVQ x+16(FP), AX
	MOVQ inputs+24(FP), CX
	MOVQ panel+32(FP), SI
	MOVQ pairs+40(FP), R9
	SHLQ $2, R10
	ADDQ CX, CX
	LEAQ (CX)(CX*2), DX
	LEAQ (AX)(CX*4), BX
	LEAQ (BX)(CX*4), R8

	ZERO512(Z8, Z9)
	ZERO512(Z10, Z11)
	ZERO512(Z12, Z13)
	ZERO512(Z14, Z15)
	ZERO512(Z16, Z17)
	ZERO512(Z18, Z19)
	ZERO512(Z20, Z21)
	ZERO512(Z22, Z23)
	ZERO512(Z24, Z25)
	ZERO512(Z26, Z27)
	ZERO512(Z28, Z29)
	ZERO512(Z30, Z31)

step:
	VMOVDQU32 (SI), Z0
	VMOVDQU32 64(SI), Z1
	ROW512((AX), Z8, Z9)
	ROW512((AX)(CX*1), Z10, Z11)
	ROW512((AX)(CX*2), Z12, Z13)
	ROW512((AX)(DX*1), Z14, Z15)
	ROW512((BX), Z16, Z17)
	ROW512((BX)(CX*1), Z18, Z19)
	ROW512((BX)(CX*2), Z20, Z21)
	ROW512((BX)(DX*1), Z22, Z23)
	ROW512((R8), Z24, Z25)
	ROW512((R8)(CX*1), Z26, Z27)
	ROW512((R8)(CX*2), Z28, Z29)
	ROW512((R8)(DX*1), Z30, Z31)
	ADDQ $4, AX
	ADDQ $4, BX
	ADDQ $4, R8
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
	STORE512(Z24, Z25)
	STORE512(Z26, Z27)
	STORE512(Z28, Z29)
	STORE512(Z30, Z31)
	VZEROUPPER
	RET

// func productRowAVX512(dst *int32, x *int16, panel *int16, pairs int)
TEXT ·productRowAVX512(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), AX
	MOVQ panel+16(FP), SI
	MOVQ pairs+24(FP), R9
	ZERO512(Z8, Z9)

step:
	VMOVDQU32 (SI), Z0
	VMOVDQU32 64(SI), Z1
	ROW512((AX), Z8, Z9)
	ADDQ $4, AX
	ADDQ $128, SI
	DECQ R9
	JNZ  step

	VMOVDQU32 Z8, (DI)
	VMOVDQU32 Z9, 64(DI)
	VZEROUPPER
	RET

// ROW256 does a step of one row: Y0 and Y1 hold the weights, sums0 and sums1 grow.
#define ROW256(x, sums0, sums1) \
	VPBROADCASTD x, Y2        \
	VPMADDWD Y0, Y2, Y3       \
	VPADDD Y3, sums0, sums0   \
	VPMADDWD Y1, Y2, Y2       \
	VPADDD Y2, sums1, sums1

#define STORE256(sums0, sums1)    \
	VMOVDQU sums0, (DI)    \
	VMOVDQU sums1, 32(DI)  \
	ADDQ    R10, DI

#define ZERO256(sums0, sums1)       \
	VPXOR sums0, sums0, sums0 \
	VPXOR sums1, sums1, sums1

// func productBlockAVX2(dst *int32, stride int, x *int16, inputs int, panel *int16, pairs int)
//
// AX, BX: the current pair in rows 0 and 3 of x. CX: one row of x in bytes. SI: the panel.
// Y4 to Y15: the sums, two vectors for each row.
TEXT ·productBlockAVX2(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ stride+8(FP), R10
	MOVQ x+16(FP), AX
	MOVQ inputs+24(FP), CX
	MOVQ panel+32(FP), SI
	MOVQ pairs+40(FP), R9
	SHLQ $2, R10
	ADDQ CX, CX
	LEAQ (CX)(CX*2), BX
	ADDQ AX, BX

	ZERO256(Y4, Y5)
	ZERO256(Y6, Y7)
	ZERO256(Y8, Y9)
	ZERO256(Y10, Y11)
	ZERO256(Y12, Y13)
	ZERO256(Y14, Y15)

step:
	VMOVDQU (SI), Y0
	VMOVDQU 32(SI), Y1
	ROW256((AX), Y4, Y5)
	ROW256((AX)(CX*1), Y6, Y7)
	ROW256((AX)(CX*2), Y8, Y9)
	ROW256((BX), Y10, Y11)
	ROW256((BX)(CX*1), Y12, Y13)
	ROW256((BX)(CX*2), Y14, Y15)
	ADDQ $4, AX
	ADDQ $4, BX
	ADDQ $64, SI
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

// func productRowAVX2(dst *int32, x *int16, panel *int16, pairs int)
TEXT ·productRowAVX2(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), AX
	MOVQ panel+16(FP), SI
	MOVQ pairs+24(FP), R9
	ZERO256(Y4, Y5)

step:
	VMOVDQU (SI), Y0
	VMOVDQU 32(SI), Y1
	ROW256((AX), Y4, Y5)
	ADDQ $4, AX
	ADDQ $64, SI
	DECQ R9
	JNZ  step

	VMOVDQU Y4, (DI)
	VMOVDQU Y5, 32(DI)
	VZEROUPPER
	RET
