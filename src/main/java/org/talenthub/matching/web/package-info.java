/** The matching module's API and pages. */
@NullMarked
package org.talenthub.matching.web;

import org.jspecify.annotations.NullMarked;
