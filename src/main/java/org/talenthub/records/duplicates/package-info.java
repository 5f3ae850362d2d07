/** Records that may be one: found, asked about, merged and taken apart. */
@NamedInterface("duplicates")
@NullMarked
package org.talenthub.records.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
