/** Looks through all settings, at the start and when asked ({@code doctor}), before anything is migrated or written. */
@NullMarked
package org.talenthub.operations.doctor;

import org.jspecify.annotations.NullMarked;
