/** Persons who are erased: which rows and records are theirs, and how these go. */
@NamedInterface("erasure")
@NullMarked
package org.talenthub.records.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
