/** A row of a sheet read by its feed: cell by cell, into fields and issues. */
@NamedInterface("reading")
@NullMarked
package org.talenthub.reference.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
