/** What changed and has to be told on, and the locks between hubs. */
@NamedInterface("outbox")
@NullMarked
package org.talenthub.records.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
