/** A file before it is a table: what kind it is, its limits, the patience with it, and its refusals. */
@NamedInterface("file")
@NullMarked
package org.talenthub.importing.sheet.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
