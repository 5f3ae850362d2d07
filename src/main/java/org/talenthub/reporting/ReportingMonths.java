package org.talenthub.reporting;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All carriers' months. */
interface ReportingMonths extends JpaRepository<ReportingMonth, Long> {

    List<ReportingMonth> findByMonth(String month);

    List<ReportingMonth> findByCarrierIdOrderByMonthDesc(long carrier);

    @Query("select distinct m.month from ReportingMonth m order by m.month desc")
    List<String> months();
}
