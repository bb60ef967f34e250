"""What leaves a register for other programs, and comes back: linked data, tables, entities, and the matrix as a
workbook. Bytes and rows only; who may have them is decided above."""
