/** The figures of a year and the rows behind each. */
@NamedInterface("figures")
@NullMarked
package org.talenthub.assessment.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
