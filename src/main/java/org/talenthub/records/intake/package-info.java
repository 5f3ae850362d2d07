/** Rows on their way into the pool: staged, forecast, committed, replaced, taken back. */
@NamedInterface("intake")
@NullMarked
package org.talenthub.records.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
