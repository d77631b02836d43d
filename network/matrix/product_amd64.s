#include "textflag.h"

// In all kernels here a step takes one pair of neighbouring inputs. The pair of a row of x (32 bits) is broadcast to
// all lanes of a vector; the panel holds, lane by lane, the same pair's two weights for one output after the other.
// One instruction multiplies both and adds up each lane's two products (VPMADDWD), on AVX-512 onto the sum besides
// (VPDPWSSD). The instructions are written as Go's assembler has them, with the target last.
//
// There is a loop for each number of rows, so that the weights are read once for all of them. All loops keep the sums
// of a row in the same registers.

// ROW512 does a step of one row: Z0 and Z1 hold the weights, sums0 and sums1 grow.
#define ROW512(x, sums0, sums1) \
	VPBROADCASTD x, Z2      \
	VPDPWSSD Z0, Z2, sums0  \
	VPDPWSSD Z1, Z2, sums1

// ROWS512_n does a step of n rows.
#define ROWS512_1  \
	ROW512((AX), Z8, Z9)
#define ROWS512_2  ROWS512_1 \
	ROW512((AX)(CX*1), Z10, Z11)
#define ROWS512_3  ROWS512_2 \
	ROW512((AX)(CX*2), Z12, Z13)
#define ROWS512_4  ROWS512_3 \
	ROW512((AX)(DX*1), Z14, Z15)
#define ROWS512_5  ROWS512_4 \
	ROW512((BX), Z16, Z17)
#define ROWS512_6  ROWS512_5 \
	ROW512((BX)(CX*1), Z18, Z19)
#define ROWS512_7  ROWS512_6 \
	ROW512((BX)(CX*2), Z20, Z21)
#define ROWS512_8  ROWS512_7 \
	ROW512((BX)(DX*1), Z22, Z23)
#define ROWS512_9  ROWS512_8 \
	ROW512((R8), Z24, Z25)
#define ROWS512_10 ROWS512_9 \
	ROW512((R8)(CX*1), Z26, Z27)
#define ROWS512_11 ROWS512_10 \
	ROW512((R8)(CX*2), Z28, Z29)
#define ROWS512_12 ROWS512_11 \
	ROW512((R8)(DX*1), Z30, Z31)

// LOOP512 does all steps of some rows.
#define LOOP512(label, rows)     \
label:                           \
	VMOVDQU32 (SI), Z0       \
	VMOVDQU32 64(SI), Z1     \
	rows                     \
	ADDQ $4, AX              \
	ADDQ $4, BX              \
	ADDQ $4, R8              \
	ADDQ $128, SI            \
	DECQ R9                  \
	JNZ  label               \
	JMP  store

// STORE512 writes the sums of one row and goes on to the next, if there is one.
#define STORE512(sums0, sums1)      \
	VMOVDQU32 sums0, (DI)    \
	VMOVDQU32 sums1, 64(DI)  \
	ADDQ      R10, DI        \
	DECQ      R11            \
	JZ        done

#define ZERO512(sums0, sums1)        \
	VPXORD sums0, sums0, sums0 \
	VPXORD sums1, sums1, sums1

// func productAVX512(dst *int32, stride int, x *int16, inputs, rows int, panel *int16, pairs int)
//
// AX, BX, R8: the current pair in rows 0, 4 and 8 of x. CX, DX: one and three rows of x in bytes. SI: the panel.
// Z8 to Z31: the sums, two vectors for each row.
TEXT ·productAVX512(SB), NOSPLIT, $0-56
	MOVQ dst+0(FP), DI
	MOVQ stride+8(FP), R10
	MOVQ x+16(FP), AX
	MOVQ inputs+24(FP), CX
	MOVQ rows+32(FP), R11
	MOVQ panel+40(FP), SI
	MOVQ pairs+48(FP), R9
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

	CMPQ R11, $1
	JEQ  row
	CMPQ R11, $2
	JEQ  rows2
	CMPQ R11, $3
	JEQ  rows3
	CMPQ R11, $4
	JEQ  rows4
	CMPQ R11, $5
	JEQ  rows5
	CMPQ R11, $6
	JEQ  rows6
	CMPQ R11, $7
	JEQ  rows7
	CMPQ R11, $8
	JEQ  rows8
	CMPQ R11, $9
	JEQ  rows9
	CMPQ R11, $10
	JEQ  rows10
	CMPQ R11, $11
	JEQ  rows11

	LOOP512(rows12, ROWS512_12)
	LOOP512(rows11, ROWS512_11)
	LOOP512(rows10, ROWS512_10)
	LOOP512(rows9, ROWS512_9)
	LOOP512(rows8, ROWS512_8)
	LOOP512(rows7, ROWS512_7)
	LOOP512(rows6, ROWS512_6)
	LOOP512(rows5, ROWS512_5)
	LOOP512(rows4, ROWS512_4)
	LOOP512(rows3, ROWS512_3)
	LOOP512(rows2, ROWS512_2)
	LOOP512(rows1, ROWS512_1)

	// One row alone would wait for its two sums in each step. It makes two steps at once, the second with sums of their
	// own, and leaves an odd step to the loop.
row:
	SUBQ $2, R9
	JLT  rest
	VMOVDQU32 (SI), Z0
	VMOVDQU32 64(SI), Z1
	ROW512((AX), Z8, Z9)
	VMOVDQU32 128(SI), Z0
	VMOVDQU32 192(SI), Z1
	ROW512(4(AX), Z10, Z11)
	ADDQ $8, AX
	ADDQ $256, SI
	JMP  row

rest:
	VPADDD Z10, Z8, Z8
	VPADDD Z11, Z9, Z9
	ADDQ $2, R9
	JNZ  rows1

store:
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

done:
	VZEROUPPER
	RET

// ROW256 does a step of one row: Y0 and Y1 hold the weights, sums0 and sums1 grow.
#define ROW256(x, sums0, sums1) \
	VPBROADCASTD x, Y2        \
	VPMADDWD Y0, Y2, Y3       \
	VPADDD Y3, sums0, sums0   \
	VPMADDWD Y1, Y2, Y2       \
	VPADDD Y2, sums1, sums1

#define ROWS256_1  \
	ROW256((AX), Y4, Y5)
#define ROWS256_2  ROWS256_1 \
	ROW256((AX)(CX*1), Y6, Y7)
#define ROWS256_3  ROWS256_2 \
	ROW256((AX)(CX*2), Y8, Y9)
#define ROWS256_4  ROWS256_3 \
	ROW256((BX), Y10, Y11)
#define ROWS256_5  ROWS256_4 \
	ROW256((BX)(CX*1), Y12, Y13)
#define ROWS256_6  ROWS256_5 \
	ROW256((BX)(CX*2), Y14, Y15)

#define LOOP256(label, rows)     \
label:                           \
	VMOVDQU (SI), Y0         \
	VMOVDQU 32(SI), Y1       \
	rows                     \
	ADDQ $4, AX              \
	ADDQ $4, BX              \
	ADDQ $64, SI             \
	DECQ R9                  \
	JNZ  label               \
	JMP  store

#define STORE256(sums0, sums1)    \
	VMOVDQU sums0, (DI)    \
	VMOVDQU sums1, 32(DI)  \
	ADDQ    R10, DI        \
	DECQ    R11            \
	JZ      done

#define ZERO256(sums0, sums1)       \
	VPXOR sums0, sums0, sums0 \
	VPXOR sums1, sums1, sums1

// func productAVX2(dst *int32, stride int, x *int16, inputs, rows int, panel *int16, pairs int)
//
// AX, BX: the current pair in rows 0 and 3 of x. CX: one row of x in bytes. SI: the panel.
// Y4 to Y15: the sums, two vectors for each row.
TEXT ·productAVX2(SB), NOSPLIT, $0-56
	MOVQ dst+0(FP), DI
	MOVQ stride+8(FP), R10
	MOVQ x+16(FP), AX
	MOVQ inputs+24(FP), CX
	MOVQ rows+32(FP), R11
	MOVQ panel+40(FP), SI
	MOVQ pairs+48(FP), R9
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

	CMPQ R11, $1
	JEQ  rows1
	CMPQ R11, $2
	JEQ  rows2
	CMPQ R11, $3
	JEQ  rows3
	CMPQ R11, $4
	JEQ  rows4
	CMPQ R11, $5
	JEQ  rows5

	LOOP256(rows6, ROWS256_6)
	LOOP256(rows5, ROWS256_5)
	LOOP256(rows4, ROWS256_4)
	LOOP256(rows3, ROWS256_3)
	LOOP256(rows2, ROWS256_2)
	LOOP256(rows1, ROWS256_1)

store:
	STORE256(Y4, Y5)
	STORE256(Y6, Y7)
	STORE256(Y8, Y9)
	STORE256(Y10, Y11)
	STORE256(Y12, Y13)
	STORE256(Y14, Y15)

done:
	VZEROUPPER
	RET
