package ganengine.kernels.cuda;

import ganengine.kernels.CaptureException;

/** Whether the stream is being captured: then nothing may wait for the card or bring it data. */
final class Capturing {
  private boolean now;

  boolean now() {
    return now;
  }

  void begin() {
    now = true;
  }

  void end() {
    now = false;
  }

  /**
   * Refuses what can't be part of a graph.
   *
   * @param what "an upload of 64 numbers", say
   */
  void refuse(String what) {
    if (now) {
      throw new CaptureException(what + " can't be part of a captured launch");
    }
  }
}
