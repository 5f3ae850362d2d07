package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.talenthub.TalentRows;

/** A station's clerk: uploads the month's sheet, is told what is wrong, submits what is right. */
class StationWalkTests extends Walk {

    private static final String NAME = "测翀劼";

    StationWalkTests(WalkedHub hub) {
        super(hub);
    }

    @Test
    void theMonthsSheetIsCheckedAndSubmitted() throws Exception {
        logIn("station");
        upload(new TalentRows().row(NAME).row(NAME + "乙", "出生年月", "上世纪").csv());
        assertThat(text("section[aria-labelledby=problems] table")).contains("出生年月");
        assertThat(text(".sheet"))
                .as("the row that needs work, as in the sheet")
                .contains("上世纪", NAME + "乙");
        click("form[action$='/commit'] button");
        seen(".notice[role=status] h2");
        assertThat(text(".page-head .tag")).isEqualTo("已提交");
        logOut();
    }

    /** Ends on the preview. */
    private void upload(byte[] csv) throws Exception {
        click("nav.sections a[href='/imports']");
        click("a[href*='/imports/new']");
        click("input[name=feed][value=talent]");
        Path sheet = Files.write(WalkedHub.files().resolve("采集表.csv"), csv).toAbsolutePath();
        present("#file").sendKeys(sheet.toString());
        seen("form[action$='/commit'] button");
        assertThat(text(".tally")).containsPattern("1\\s*新增").containsPattern("1\\s*需修改");
    }
}
