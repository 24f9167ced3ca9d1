package ganengine.engine.tensor;

import ganengine.kernels.Buffer;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;

/**
 * A device buffer (none in a scope of shapes only) and the scope that owns it. Views of one tensor
 * share a storage.
 */
final class Storage {
  private static final boolean TRACK = Boolean.getBoolean("ganengine.trackBuffers");

  private final Device device;
  private final ElementType type;
  private final Buffer buffer;
  private final Throwable allocated;
  private Throwable closed;
  private boolean open = true;
  Scope owner;

  Storage(Device device, ElementType type, long length, Scope owner) {
    this.device = device;
    this.type = type;
    this.buffer = owner.computing() ? device.allocate(type, length) : null;
    this.owner = owner;
    this.allocated = TRACK ? new Throwable("allocated here") : null;
  }

  Device device() {
    return device;
  }

  ElementType type() {
    return type;
  }

  boolean open() {
    return open;
  }

  void requireOpen() {
    if (!open) {
      throw usedAfterClose();
    }
  }

  Buffer buffer() {
    requireOpen();
    if (buffer == null) {
      throw new IllegalStateException(
          "a tensor of a shapes-only scope has no numbers to compute with");
    }
    return buffer;
  }

  void close() {
    if (open) {
      open = false;
      closed = TRACK ? new Throwable("closed here") : null;
      if (buffer != null) {
        device.release(buffer);
      }
    }
  }

  private IllegalStateException usedAfterClose() {
    IllegalStateException error =
        new IllegalStateException(
            "a tensor was used after the scope that owned it was closed, or after gradients had"
                + " consumed it; call keep(tensor) on that scope if it must outlive it, or take"
                + " Gradients.of"
                + (TRACK
                    ? ""
                    : " (-Dganengine.trackBuffers=true shows where it was made and closed)"));
    if (TRACK) {
      error.addSuppressed(allocated);
      error.addSuppressed(closed);
    }
    return error;
  }
}
