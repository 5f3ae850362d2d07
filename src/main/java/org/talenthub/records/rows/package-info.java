/** The rows of a batch as its people read them: state, issues, values. */
@NamedInterface("rows")
@NullMarked
package org.talenthub.records.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
