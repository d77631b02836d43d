// What the server says while it makes what was asked for: how much it is, and since when. Empty where it says nothing.
class Waiting {
  says = $state('')
  private asked = 0 // questions that wait

  begin(says: string, isFirst: boolean) {
    if (isFirst) this.asked++
    this.says = says.replace(/; ask again in a moment$/, '')
  }

  end() {
    if (--this.asked === 0) this.says = ''
  }
}

export const waiting = new Waiting()
