/** What a cell of each column type may hold. */
@NullMarked
package org.talenthub.reference.cells;

import org.jspecify.annotations.NullMarked;
