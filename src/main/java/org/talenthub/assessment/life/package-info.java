/** What is decided about a carrier each year, and what follows. */
@NullMarked
package org.talenthub.assessment.life;

import org.jspecify.annotations.NullMarked;
