/** What else might have been meant: spellings, conditions to drop. */
@NullMarked
package org.talenthub.search.advice;

import org.jspecify.annotations.NullMarked;
