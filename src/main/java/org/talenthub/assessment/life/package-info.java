/** What is decided about a carrier each year, and what follows. */
@NamedInterface("life")
@NullMarked
package org.talenthub.assessment.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
