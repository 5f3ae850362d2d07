/** What may not stand in a public line: discriminating wording, ages without a legal ground, people's names and contacts. */
@NullMarked
package org.talenthub.editions.lint;

import org.jspecify.annotations.NullMarked;
