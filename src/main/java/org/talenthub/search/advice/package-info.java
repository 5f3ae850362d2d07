/** What else might have been meant: spellings, conditions to drop. */
@NamedInterface("advice")
@NullMarked
package org.talenthub.search.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
