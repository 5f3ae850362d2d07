/** What is measured and what it is worth, as {@code batch-jobs/assessment.yml} has it. */
@NullMarked
package org.talenthub.assessment.rules;

import org.jspecify.annotations.NullMarked;
