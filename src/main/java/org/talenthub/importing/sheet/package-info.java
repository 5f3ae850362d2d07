/** Between a file on disk and rows of text: recognising, refusing and reading people's sheets, and the two workbooks the hub writes. */
@NamedInterface("sheet")
@NullMarked
package org.talenthub.importing.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
