/** The figures of a year and the rows behind each. */
@NullMarked
package org.talenthub.assessment.figures;

import org.jspecify.annotations.NullMarked;
