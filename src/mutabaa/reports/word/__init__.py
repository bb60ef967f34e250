"""The parts of a Word file: paragraphs, tables, pages; fixed parts (styles, settings) stand in parts/ as XML."""
