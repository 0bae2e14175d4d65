package io.outcrop.iam.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.77/24, 203.0.113.1, true",
    "203.0.113.9, 203.0.113.9, true",
    "203.0.113.9, 203.0.113.8, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 1.2.3.4, false",
    "::/0, ::, true",
    "::1, 0:0:0:0:0:0:0:1, true",
    "2001:db8::/32, 2001:0DB8:ffff::, true",
    "2001:db8::/32, 2001:db9::, false",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6, true",
    "::ffff:192.0.2.0/120, ::ffff:192.0.2.33, true",
    "1::, 1:0:0:0:0:0:0:0, true",
    "10.0.0.0/8, text, false",
    "10.0.0.0/8, 10.0.0.1/32, false"
  })
  void containsAddressesOfItsFamily(String range, String address, boolean contains) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "a.b.c.d",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "1:2:3:4::5:6:7:8",
        "/8",
        ":::",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8::",
        "::/129",
        "12345::"
      })
  void whatIsNoRangeIsRefused(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
